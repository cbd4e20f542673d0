import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../observe/log.js";

/** Slack's libraries log in our log: texts alone, at most as warnings, since what fails is told by whoever wanted it. */
export function boltLogger(log: Log): Logger {
  const said = (values: readonly unknown[]) =>
    values.map((value) => (value instanceof Error ? value.message : String(value))).join(" ");
  return {
    debug: () => undefined, // holds whole messages
    info: (...values) => log.debug({ from: "slack" }, said(values)),
    warn: (...values) => log.debug({ from: "slack" }, said(values)),
    error: (...values) => log.warn({ from: "slack" }, said(values)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
