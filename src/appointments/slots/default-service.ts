/** The service that people are booked for unless another is asked for: code of a service type. */
export const DEFAULT_SERVICE = 'identity';
