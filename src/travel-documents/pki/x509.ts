import 'reflect-metadata';

/** The X.509 library, which needs the metadata polyfill before it is loaded. */
export * from '@peculiar/x509';
