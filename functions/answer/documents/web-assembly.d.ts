/** The part of the global `WebAssembly` that `pdf-thread.ts` uses. The types of Node do not have it. */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
    /** Adds pages of 64 KiB, and returns how many there were. */
    grow(pages: number): number;
  }
}
