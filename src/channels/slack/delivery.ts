import type { App, ReceiverEvent } from "@slack/bolt";

/**
 * Hands something to the app, and returns what Slack gets for it. An event is acknowledged when the app is done with
 * it, which is when it has been written down; Bolt itself would do so before, and lose it if the process ended then.
 * Everything else is acknowledged by its listener, within three seconds and before the listener is done. Rejects where
 * there is nothing to acknowledge: Slack then sends it again.
 */
export function delivered(app: App, event: Omit<ReceiverEvent, "ack">): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const isEvent = event.body.type === "event_callback" || event.body.event !== undefined;
    const ack: ReceiverEvent["ack"] = async (response: unknown) => {
      if (!isEvent) resolve(response);
    };
    app.processEvent({ ...event, ack }).then(() => resolve(undefined), reject);
  });
}
