import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConsoleSite } from '#infra/constructs/console-site.ts';
import type { HttpInterface, StaffSignIn } from '#infra/constructs/http-interface.ts';

/** The stack `UtdragConsole`: the console for staff. */
export class ConsoleStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly http: HttpInterface; readonly signIn: StaffSignIn },
  ) {
    super(scope, id, {
      ...props,
      description: 'Utdrag: the console for staff. This stack may be deleted at any time: it holds no data.',
    });
    new ConsoleSite(this, 'Site', { http: props.http, signIn: props.signIn });
  }
}
