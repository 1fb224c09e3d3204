import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  /** When the entry expires, in milliseconds since the epoch. */
  readonly expires: number;
}

/**
 * The store of the provider library (`oidc-provider`), in memory: sessions, authorization codes and grants. A restart
 * deletes them, and users must sign in again.
 */
export function memoryStore(): AdapterFactory {
  const entries = new Map<string, Entry>();

  function find(key: string): AdapterPayload | undefined {
    const entry = entries.get(key);
    return entry === undefined || entry.expires <= Date.now() ? undefined : entry.payload;
  }

  function findBy(model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const key = [...entries.keys()].find((each) => {
      const payload = each.startsWith(`${model}:`) ? find(each) : undefined;
      return payload !== undefined && matches(payload);
    });
    return key === undefined ? undefined : find(key);
  }

  function forgetExpired(): void {
    for (const [key, { expires }] of entries) if (expires <= Date.now()) entries.delete(key);
  }

  return (model): Adapter => ({
    upsert: async (id, payload, expiresIn) => {
      forgetExpired();
      const expires = expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000;
      entries.set(`${model}:${id}`, { payload, expires });
    },
    find: async (id) => find(`${model}:${id}`),
    findByUid: async (uid) => findBy(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findBy(model, (payload) => payload.userCode === userCode),
    consume: async (id) => {
      const entry = entries.get(`${model}:${id}`);
      if (entry === undefined) return;
      const consumed = Math.floor(Date.now() / 1000);
      entries.set(`${model}:${id}`, { ...entry, payload: { ...entry.payload, consumed } });
    },
    destroy: async (id) => void entries.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
