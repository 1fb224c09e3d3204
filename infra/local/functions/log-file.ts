import { appendFile } from 'node:fs/promises';

export interface LogFile {
  write(text: Buffer | string): void;
  /** Waits until the written text is in the file or was dropped. */
  close(): Promise<void>;
}

/** The maximum number of bytes that wait for the disk; further bytes are dropped. */
const mostWaiting = 1024 * 1024;

/**
 * The log of a function, appended to `file` (mode 0600). Text that cannot be written, for example on a full disk, is
 * dropped, and the function continues. When there is room again, the log continues with a line that gives the number of
 * dropped bytes (`platform.logsDropped`, as in Lambda's telemetry). `now` is in milliseconds since the epoch.
 */
export function openLogFile(file: string, now: () => number): LogFile {
  let waiting: Buffer[] = [];
  let size = 0;
  let dropped = 0;
  let writing: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const texts = waiting;
      const bytes = size;
      [waiting, size] = [[], 0];
      // The text before this line may end in the middle of a line.
      const notice = dropped === 0 ? [] : [Buffer.from(`\n${droppedLine(now(), dropped)}\n`)];
      try {
        await appendFile(file, Buffer.concat([...notice, ...texts]), { mode: 0o600 });
        dropped = 0;
      } catch {
        dropped += bytes;
      }
    }
    writing = undefined;
  }

  return {
    write(text) {
      const bytes = Buffer.from(text);
      if (size + bytes.length > mostWaiting) {
        dropped += bytes.length;
        return;
      }
      waiting.push(bytes);
      size += bytes.length;
      writing ??= drain();
    },
    async close() {
      await writing;
    },
  };
}

function droppedLine(time: number, droppedBytes: number): string {
  const record = { reason: 'the log could not be written', droppedBytes };
  return JSON.stringify({ time: new Date(time).toISOString(), type: 'platform.logsDropped', record });
}
