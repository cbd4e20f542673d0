import type { Embedded, TextToEmbed } from "./messages.js";

/** Texts that belong together: their promise settles once. */
export interface Job {
  readonly texts: readonly TextToEmbed[];
  readonly urgent: boolean;
  /** Indexes into `texts`, in the order in which workers are given them. */
  readonly order: readonly number[];
  /** How many of them have been given out. */
  next: number;
  readonly results: (Embedded | undefined)[];
  done: number;
  resolve(results: Embedded[]): void;
  reject(error: Error): void;
}

/** One text of a job. */
export interface Task {
  readonly job: Job;
  readonly index: number;
  /** How often it has been given to a worker that died on it. */
  readonly deaths: number;
}

export interface TaskQueue {
  add(job: Job): void;
  /** The next text: one that must be tried again first, then urgent jobs, then the others, each in order of arrival. */
  take(): Task | undefined;
  putBack(task: Task): void;
  /** Forgets a job; what a worker already computes for it is thrown away when it comes. */
  drop(job: Job): void;
  has(job: Job): boolean;
  /** Every job that is not settled. */
  jobs(): readonly Job[];
}

export function createTaskQueue(): TaskQueue {
  const jobs = new Set<Job>();
  let again: Task[] = [];
  let urgent: Job[] = [];
  let patient: Job[] = [];

  /** Takes from the front job; a job whose texts are all given out leaves the lane. */
  const takeFrom = (lane: Job[]): Task | undefined => {
    const job = lane[0];
    if (job === undefined) return undefined;
    const index = job.order[job.next++];
    if (job.next >= job.order.length) lane.shift();
    return index === undefined ? undefined : { job, index, deaths: 0 };
  };

  return {
    add(job) {
      jobs.add(job);
      (job.urgent ? urgent : patient).push(job);
    },
    take: () => again.shift() ?? takeFrom(urgent) ?? takeFrom(patient),
    putBack(task) {
      if (jobs.has(task.job)) again.push({ ...task, deaths: task.deaths + 1 });
    },
    drop(job) {
      jobs.delete(job);
      again = again.filter((task) => task.job !== job);
      if (job.urgent) urgent = urgent.filter((other) => other !== job);
      else patient = patient.filter((other) => other !== job);
    },
    has: (job) => jobs.has(job),
    jobs: () => [...jobs],
  };
}
