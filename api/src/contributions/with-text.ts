/** A content with another text at a path such as "statements.3.text". */
export function withText<Value>(within: Value, path: string, text: string): Value {
  const [name = '', ...rest] = path.split('.');
  const copy = (Array.isArray(within) ? [...within] : { ...within }) as Record<string, unknown>;
  copy[name] = rest.length === 0 ? text : withText(copy[name], rest.join('.'), text);
  return copy as Value;
}
