/** An error of TypeORM carries the driver's, which carries what PostgreSQL says. */
type LoggedError = Error & { code?: string; driverError?: { code?: string; constraint?: string } };

/**
 * What is logged of an error. PostgreSQL repeats values in messages, details and parameters of failed queries
 * (`invalid input syntax for type uuid: "…"`): those are left out, and only its codes and names are kept.
 */
export function describeError(error: LoggedError) {
  const { driverError } = error;
  return {
    type: error.name,
    message: driverError ? 'a query failed' : error.message,
    code: driverError?.code ?? error.code,
    constraint: driverError?.constraint,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
  };
}
