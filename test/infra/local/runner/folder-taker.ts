// Takes the data folder in its argument, prints so, and keeps it until it is killed.
import { takeDataFolder } from '#infra/local/runner/data-folder.ts';

try {
  takeDataFolder(process.argv[2] ?? '');
  console.log('taken');
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log(String(error));
}
