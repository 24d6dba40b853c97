/** What we need of readline beyond what inquirer's types tell. */
interface Line {
  line: string;
  cursor?: number;
  setPrompt: (prompt: string) => void;
}

/**
 * Tells readline that `line` is what has been typed. Our prompts keep their text themselves, but inquirer
 * puts the cursor where readline thinks it is, and readline closes the input for good on Ctrl-D in an
 * empty line.
 */
export function ownLine(readline: Line, line: string, cursor: number): void {
  readline.setPrompt('');
  readline.line = line;
  readline.cursor = cursor;
}
