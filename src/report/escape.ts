import { plainText } from './plain.ts';

/** A text that is markup already. Only `markup` and `joined` make one. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | null | Markup | Markup[];

/** HTML or XML from a template: everything put in is escaped, unless it is markup itself. */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Markup {
  let text = parts[0]!;
  values.forEach((value, index) => {
    text += asMarkup(value) + parts[index + 1]!;
  });
  return { markup: text };
}

function asMarkup(value: Value): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((one) => one.markup).join('');
  return typeof value === 'object' ? value.markup : escaped(String(value));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also drops what neither HTML nor XML may hold: control characters, lone surrogates, non-characters. */
function escaped(text: string): string {
  return plainText(text)
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}
