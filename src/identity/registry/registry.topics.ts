/** Published when the citizen registry is to be asked; payload: nothing more, questions go together. */
export const REGISTRY_QUEUED = 'identity.registry-queued';
