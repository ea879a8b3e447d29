import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Search = Storage['getTargetValidationMetadatas'];

/**
 * class-validator searches all classes for the rules of every object that it checks, though no class gets another rule
 * once the program runs. From now on the search is made once for each class.
 */
export function rememberRules(storage: Storage = getMetadataStorage()): void {
  const search = storage.getTargetValidationMetadatas.bind(storage);
  const found = new Map<unknown, ReturnType<Search>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // we use neither schemas nor groups; whoever did would be searched for
    if (schema || always || strictGroups || groups?.length)
      return search(target, schema, always, strictGroups, groups);
    const known = found.get(target) ?? search(target, schema, always, strictGroups, groups);
    found.set(target, known);
    return known;
  };
}
