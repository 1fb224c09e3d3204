import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import * as z from 'zod';

/** Reserves memory of the library. Whoever reserves it frees it. */
export function reserve(library: WrappedPdfiumModule, bytes: number): number {
  const at = library.pdfium.wasmExports.malloc(bytes);
  if (at === 0) throw new Error('the library has no memory left');
  return at;
}

export function free(library: WrappedPdfiumModule, at: number): void {
  library.pdfium.wasmExports.free(at);
}

/** The memory of the library. It is another object after the memory has grown. */
export function heap({ pdfium }: WrappedPdfiumModule): Uint8Array {
  return z.instanceof(Uint8Array).parse(Reflect.get(pdfium, 'HEAPU8'));
}
