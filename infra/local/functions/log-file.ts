import { appendFile } from 'node:fs/promises';

export interface LogFile {
  write(text: Buffer | string): void;
  /** Waits until all text so far is in the file or was dropped. */
  close(): Promise<void>;
}

/** How many bytes may wait for the disk. Further bytes are dropped. */
const mostWaiting = 1024 * 1024;

/**
 * Opens the log of a function; text is appended to `file` (mode 0600). If text cannot be written, for example on a full
 * disk, it is dropped, and the function continues. When writing succeeds again, the log gets a line with the number of
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
      // The notice begins with a line feed, because the text before it may have been cut in the middle of a line.
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
