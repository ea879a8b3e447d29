import { getMetadataStorage } from 'class-validator';

type Search = ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas'];

/**
 * class-validator searches all classes for the rules of every object that it checks, though no class gets another rule
 * once the program runs. From now on the search is made once for each class.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const search = storage.getTargetValidationMetadatas.bind(storage);
  const found = new Map<unknown, Map<string | undefined, ReturnType<Search>>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // we use no groups; whoever did would be searched for
    if (always || strictGroups || groups?.length) return search(target, schema, always, strictGroups, groups);
    // a nested object comes with the name of the class that it is nested in
    const ofTarget = found.get(target) ?? new Map<string | undefined, ReturnType<Search>>();
    const known = ofTarget.get(schema) ?? search(target, schema, always, strictGroups, groups);
    found.set(target, ofTarget.set(schema, known));
    return known;
  };
}
