import { applyDecorators, Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** A controller of pages: its routes are for people and do not stand in the API's document. */
export const PageController = (path = '') => applyDecorators(ApiExcludeController(), Controller(path));
