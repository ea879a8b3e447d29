import type { Post } from '../../posts/post.entity.js';

/** The post whose figures are shown: the one asked for, else the reader's first. More than one are offered. */
export function shownPost(own: readonly Post[], asked: string) {
  const found = own.find(({ code }) => code === asked) ?? own[0];
  return {
    chosen: found?.code ?? asked,
    posts: own.length > 1 ? own.map(({ code, city }) => ({ code, city })) : [],
  };
}
