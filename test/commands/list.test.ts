import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { field, isOptional, textOf } from '#commands/field.ts';
import { staffCommands } from '#commands/list.ts';
import { roles } from '#commands/role.ts';
import { eventSchema } from '#domain/case/events.ts';

const commands = Object.entries(staffCommands);
const room = path.resolve(import.meta.dirname, '../../functions/commands');
const isCommand = z.looseObject({ type: z.string(), schema: z.instanceof(z.ZodType), title: z.object({}) });

describe('the commands of staff', () => {
  it('are all in the list, one file for each, under their own names', async () => {
    const files: string[] = [];
    for (const file of readdirSync(room).filter((name) => name.endsWith('.ts') && name !== 'list.ts')) {
      const made: Readonly<Record<string, unknown>> = await import(pathToFileURL(path.join(room, file)).href);
      const found = Object.values(made).filter((value) => isCommand.safeParse(value).success);
      files.push(...found.map(() => path.basename(file, '.ts')));
    }
    expect(files.toSorted()).toEqual(commands.map(([name]) => name).toSorted());
    for (const [name, { type, schema }] of commands) expect([type, schema.shape.type.value]).toEqual([name, name]);
  });

  it.each(commands)('%s has all its texts in both languages', (_, command) => {
    const said = [command.title, command.help, command.submit, command.done];
    const events = Object.values(command.timeline ?? {});
    const labels = Object.values(command.fields).map((schema: z.ZodType) => textOf(schema)?.label);
    for (const text of [...said, ...events, ...labels]) {
      expect(text?.sv.trim()).toBeTruthy();
      expect(text?.en.trim()).toBeTruthy();
    }
    expect(command.done.en).toMatch(/\.$/);
  });

  it.each(commands)('%s can be given by some role, and never by an auditor alone', (_, command) => {
    const some = typeof command.roles === 'function' ? command.roles('') : command.roles;
    expect(some.every((role) => roles.includes(role) && role !== 'auditor')).toBe(true);
  });

  it.each(commands)('%s has a widget that fits each field', (_, command) => {
    for (const [name, schema] of Object.entries<z.ZodType>(command.fields)) {
      const widget = textOf(schema)?.widget;
      if (widget?.as !== 'choice' && widget?.as !== 'ticks') continue;
      const taken = Object.keys(widget.options).map(
        (option) => schema.safeParse(widget.as === 'ticks' ? [option] : option).success,
      );
      expect([name, taken]).toEqual([name, taken.map(() => true)]);
      expect(schema.safeParse('no such option').success).toBe(false);
    }
  });

  it('name existing events, and each target names an existing field', () => {
    const types = new Set<string>(eventSchema.options.map(({ shape }) => shape.type.value));
    for (const [name, { timeline, target, targets, fields }] of commands) {
      expect(Object.keys(timeline ?? {}).filter((type) => !types.has(type))).toEqual([]);
      expect([name, target === undefined || Object.hasOwn(fields, target)]).toEqual([name, true]);
      expect([name, targets === undefined]).toEqual([name, target === undefined]);
    }
  });
});

describe('a field', () => {
  it('has its own schema object, because two fields with one schema would share their words', () => {
    const schema = z.string();
    const text = { label: { sv: 'a', en: 'a' }, widget: { as: 'line' } } as const;
    field(schema, text);
    expect(() => field(schema, text)).toThrow('two fields share one schema');
  });

  it('is optional if its schema accepts a missing value', () => {
    expect([isOptional(z.string()), isOptional(z.string().optional())]).toEqual([false, true]);
  });
});
