import { UserEntity } from '@backstage/catalog-model';
import { AuthenticationError } from '@backstage/errors';
import {
  createProxyAuthenticator,
  SignInResolver,
} from '@backstage/plugin-auth-node';

/** Names the person that a request wants to be signed in as. */
export const PERSON_HEADER = 'x-demo-person';

/** Who the header says it is. */
export interface DemoPerson {
  readonly name: string;
}

const refOf = (name: string) => `user:default/${name}`;

/** Believes the header: for a portal that shows an invented company, and nothing else. */
export const demoAuthenticator = createProxyAuthenticator<
  undefined,
  DemoPerson,
  undefined
>({
  async defaultProfileTransform({ name }, ctx) {
    const { entity } = await ctx.findCatalogUser({ entityRef: refOf(name) });
    const { displayName, email } = (entity as UserEntity).spec.profile ?? {};
    return { profile: { displayName, email } };
  },
  initialize: () => undefined,
  async authenticate({ req }) {
    const name = req.header(PERSON_HEADER);
    if (!name || !/^[a-z0-9][a-z0-9._-]*$/.test(name)) {
      throw new AuthenticationError(
        `The header ${PERSON_HEADER} does not name a person`,
      );
    }
    return { result: { name } };
  },
});

/** Only people whom the catalog knows. */
export const demoResolver: SignInResolver<DemoPerson> = ({ result }, ctx) =>
  ctx.signInWithCatalogUser({ entityRef: refOf(result.name) });
