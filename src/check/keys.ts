import type * as z from 'zod';
import type { Path } from './source.ts';

/** The keys a schema allows where a path leads, for "did you mean". */
export function keysAt(schema: z.ZodType, path: Path): string[] {
  const [step, ...rest] = path;
  const { def } = schema._zod as unknown as { def: Def };
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return keysAt(def.innerType!, path);
    case 'union':
      return def.options!.flatMap((option) => keysAt(option, path));
    case 'array':
      return step === undefined ? [] : keysAt(def.element!, rest);
    case 'record':
      return step === undefined ? [] : keysAt(def.valueType!, rest);
    case 'object': {
      if (step === undefined) return Object.keys(def.shape!);
      const inner = def.shape![String(step)];
      return inner === undefined ? [] : keysAt(inner, rest);
    }
    default:
      return [];
  }
}

/** The parts of zod's own description of a schema that a path can lead through. */
interface Def {
  type: string;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  element?: z.ZodType;
  valueType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
}
