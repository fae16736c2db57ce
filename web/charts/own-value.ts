/** What a record holds at an id; an id such as `constructor` meets nothing that every object has. */
export function ownValue<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
