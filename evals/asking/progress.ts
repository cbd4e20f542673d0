const BAR = 30;

export interface Progress {
  /** One more of the cases is done. */
  step(): void;
  end(): void;
}

export interface ProgressOptions {
  readonly write: (text: string) => void;
  /** A terminal gets a bar that is drawn anew, anything else a line at each tenth. */
  readonly isTerminal: boolean;
}

/** Tells how far a number of cases has got. */
export function showProgress(label: string, total: number, { write, isTerminal }: ProgressOptions): Progress {
  let done = 0;
  let tenths = 0;
  const draw = () => {
    const full = total === 0 ? BAR : Math.round((BAR * done) / total);
    write(`\r${label} [${"█".repeat(full)}${"·".repeat(BAR - full)}] ${done}/${total}`);
  };
  if (isTerminal) draw();
  return {
    step() {
      done += 1;
      if (isTerminal) return draw();
      const reached = Math.floor((10 * done) / total);
      if (reached === tenths) return;
      tenths = reached;
      write(`${label}: ${done} of ${total}\n`);
    },
    end() {
      if (isTerminal) write("\n");
    },
  };
}
