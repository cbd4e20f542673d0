import type { Command } from "commander";

interface ServeOptions {
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
}

/** `konsil serve`: the server, until a signal ends it. `run` gets the options as variables of the configuration. */
export function addServeCommand(program: Command, run: (overrides: Record<string, string>) => Promise<void>): void {
  program
    .command("serve")
    .summary("start the server")
    .description("Starts the server. Its first line on standard output is: Konsil listens on http://HOST:PORT")
    .option("--host <address>", "address to listen on, in place of KONSIL_HOST")
    .option("--port <number>", "port to listen on, in place of KONSIL_PORT; 0 takes a free one")
    .option("--data <folder>", "folder of the database and the index, in place of KONSIL_DATA")
    .action(async ({ data, host, port }: ServeOptions) => {
      await run({
        ...(data === undefined ? {} : { KONSIL_DATA: data }),
        ...(host === undefined ? {} : { KONSIL_HOST: host }),
        ...(port === undefined ? {} : { KONSIL_PORT: port }),
      });
    });
}
