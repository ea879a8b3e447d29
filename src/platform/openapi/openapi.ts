import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeProblems } from './describe-problems.js';
import { allowNullReferences } from './nullable-references.js';

/** The OpenAPI document of every route under /v1 and /health. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Pulang')
    .setDescription('Registration and queue service of an embassy whose nationals suddenly need to go home.')
    .setVersion('1')
    .setOpenAPIVersion('3.0.4')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'token')
    .build();
  return describeProblems(allowNullReferences(SwaggerModule.createDocument(app, config)));
}

/** Serves the document at /openapi.json and a page to read it at /docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  allowItsStyles(app);
  SwaggerModule.setup(PAGE, app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Pulang API',
    customCss: '.swagger-ui .topbar { display: none }',
    customfavIcon: '/assets/mark.svg',
  });
}

const PAGE = 'docs';
const POLICY = 'content-security-policy';

/** Swagger's page carries styles of its own, and nothing that anybody typed: on it alone they may stand inline. Scripts may not. */
function allowItsStyles(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      if (!new RegExp(`^/${PAGE}(/|$)`).test(route.url)) return;
      route.onRequest = (_request, reply, done) => {
        const policy = String(reply.getHeader(POLICY));
        reply.header(POLICY, policy.replace("style-src 'self'", "$& 'unsafe-inline'"));
        done();
      };
    });
}
