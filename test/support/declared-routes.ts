import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ALLOWED, type Allowed, ASKS_AGAIN, type AsksAgain } from '../../src/platform/auth/allow.js';
import { STAFF_ROLES } from '../../src/platform/auth/roles.js';

type Handler = (...args: unknown[]) => unknown;

/**
 * Every route of the API and of the pages, a line each, by path: who may call it, whether it asks again who is there, and
 * how often a minute where the route has a limit of its own.
 */
export function declaredRoutes(app: NestFastifyApplication): string[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const lines = controllers.flatMap(({ metatype }) => {
    const type = metatype as { prototype: Record<string, Handler> };
    return Object.getOwnPropertyNames(type.prototype)
      .map((name) => Object.getOwnPropertyDescriptor(type.prototype, name)!.value as Handler)
      .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler))
      .flatMap((handler) => linesOf(type, handler));
  });
  const byPath = (line: string) => line.slice(line.indexOf('/'));
  return [...new Set(lines)].sort((a, b) => (byPath(a) + a < byPath(b) + b ? -1 : 1));
}

function linesOf(type: object, handler: Handler): string[] {
  const read = <T>(key: string) =>
    (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, type)) as T | undefined;
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
  const paths = pathsOf(type).flatMap((before) => pathsOf(handler).map((after) => joined(before, after)));
  const limit = read<number>('THROTTLER:LIMITdefault');
  const asksAgain = read<AsksAgain>(ASKS_AGAIN);
  const said = [
    whoOf(read<Allowed>(ALLOWED) ?? []),
    ...(asksAgain ? [`asks ${asksAgain.of} again${asksAgain.when ? ' by what is sent' : ''}`] : []),
    ...(limit === undefined ? [] : [`${limit} a minute`]),
    ...(read<boolean>('THROTTLER:SKIPdefault') ? ['no limit'] : []),
  ];
  return paths.map((path) => `${method} ${path}: ${said.join(', ')}`);
}

/** Every role of staff together is `staff`. */
function whoOf(allowed: Allowed): string {
  if (allowed.length === 0) return 'nobody';
  if (!STAFF_ROLES.every((role) => allowed.includes(role))) return allowed.join(' ');
  return ['staff', ...allowed.filter((one) => !(STAFF_ROLES as Allowed).includes(one))].join(' ');
}

const pathsOf = (target: object): string[] =>
  [(Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined) ?? ''].flat();

const joined = (before: string, after: string): string =>
  `/${[before, after]
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`;
