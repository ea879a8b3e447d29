import type { Caller } from '../../platform/auth/caller.js';
import type { Post } from '../../posts/post.entity.js';

/** The post whose figures are shown: the one asked for, else the reader's first. More than one are offered. */
export function postOf(caller: Caller, all: readonly Post[], asked: string) {
  const own = all.filter(({ id }) => caller.posts.includes(id));
  const found = own.find(({ code }) => code === asked) ?? own[0];
  return {
    chosen: found?.code ?? asked,
    posts: own.length > 1 ? own.map(({ code, city }) => ({ code, city })) : [],
  };
}
