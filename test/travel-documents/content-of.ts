import { systemCaller } from '../../src/platform/auth/caller.js';
import {
  DocumentReader,
  type PrintableDocument,
} from '../../src/travel-documents/documents/document-reader.js';
import type { Service } from '../support/service.js';

/** What is printed on a document, for tests to hold it against something. */
export const contentOf = (service: Service, documentId: string): Promise<PrintableDocument> =>
  service.app.get(DocumentReader).printable(systemCaller(service.demonstration.postId, 'test'), documentId);
