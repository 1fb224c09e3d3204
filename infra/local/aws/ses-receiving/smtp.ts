import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { bounds } from '#domain/mail/parts/parse.ts';
import { emailAddress } from '#domain/mail/sender/sender.ts';
import type { MailIntake } from './intake.ts';

/** The limits of the SMTP server. Sizes are in bytes, times in milliseconds. */
export interface SmtpLimits {
  /**
   * The largest mail that is accepted. The limit is 8 KiB below the limit of SES, because SES also counts the header
   * lines that `trace-lines.ts` adds.
   */
  readonly mail: number;
  readonly clients: number;
  readonly recipients: number;
  readonly idle: number;
  /** The longest duration of a connection, even if the client sends data all the time. */
  readonly connection: number;
  /** How long `close` waits for mails that the intake is handling, before it cuts the connections. */
  readonly ending: number;
}

const smtpLimits: SmtpLimits = {
  mail: bounds.bytes - 8 * 1024,
  clients: 20,
  recipients: 100,
  idle: 60_000,
  connection: 10 * 60_000,
  ending: 5_000,
};

export interface RunningSmtp {
  readonly host: '127.0.0.1';
  readonly port: number;
  close(): Promise<void>;
}

/** An error with the SMTP code of its reply: 550, 552 or 451. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/**
 * Receives mail by SMTP on the loopback interface, only for `recipients`. The server relays no mail and has no sign-in.
 * The reply 250 after DATA means that the mail is stored and `receive-mail` has handled it. The reply 451 means that
 * the sender must send the mail again; sending the same mail twice does no harm.
 */
export async function startSmtp(options: {
  /** The addresses of the controllers, as written in the description of the organisation. */
  readonly recipients: readonly string[];
  readonly intake: Pick<MailIntake, 'take' | 'end'>;
  /** The port; if it is absent, the operating system chooses a free port. */
  readonly port?: number;
  readonly limits?: Partial<SmtpLimits>;
}): Promise<RunningSmtp> {
  const limits = { ...smtpLimits, ...options.limits };
  const { intake } = options;
  const ours = new Map(options.recipients.map((address) => [emailAddress(address), address]));
  const ownForm = (address: string): string | undefined => {
    const normal = emailAddress(address);
    return normal === undefined ? undefined : ours.get(normal);
  };

  const server = new SMTPServer({
    name: 'localhost',
    banner: 'Utdrag',
    // The server does not offer these SMTP commands. TLS is not needed on the loopback interface, and the library
    // answers WIZ, SHELL and KILL with jokes.
    disabledCommands: ['AUTH', 'STARTTLS', 'XCLIENT', 'XFORWARD', 'WIZ', 'SHELL', 'KILL'],
    disableReverseLookup: true,
    size: limits.mail,
    rejectOversized: true,
    maxClients: limits.clients,
    maxRecipients: limits.recipients,
    maxCommandLength: 4096,
    socketTimeout: limits.idle,
    closeTimeout: limits.ending,
    onRcptTo({ address }, _session, done) {
      done(
        ownForm(address) === undefined
          ? new Refused(550, 'No such mailbox here, and this server relays no mail')
          : null,
      );
    },
    onData(stream, session, done) {
      receive(stream, session).then(
        () => done(),
        (error: unknown) => done(error instanceof Refused ? error : new Refused(451, 'The mail was not received')),
      );
    },
  });

  async function receive(
    stream: SMTPServerDataStream,
    { envelope, hostNameAppearsAs }: SMTPServerSession,
  ): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) {
      // A mail that is too long is read to its end and discarded. Otherwise the client would not read the reply 552.
      if (stream.sizeExceeded) pieces.length = 0;
      else pieces.push(Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece)));
    }
    if (stream.sizeExceeded) throw new Refused(552, 'The mail is too large');
    const taken = await intake.take({
      from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
      recipients: envelope.rcptTo.flatMap(({ address }) => ownForm(address) ?? []),
      client: hostNameAppearsAs,
      pieces,
    });
    if (taken === 'failed') throw new Refused(451, 'The mail could not be kept or handed over: please try again later');
  }

  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    const end = setTimeout(() => socket.destroy(), limits.connection);
    socket.once('close', () => {
      clearTimeout(end);
      sockets.delete(socket);
    });
  });
  const port = await listen(server, options.port ?? 0);
  return {
    host: '127.0.0.1',
    port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      await Promise.race([intake.end(), sleep(limits.ending, undefined, { ref: false })]);
      // The server waits a moment, because the replies to the last mails are written shortly after the mails were
      // handled.
      await sleep(10);
      for (const socket of sockets) socket.destroySoon();
      await closed;
    },
  };
}

async function listen(server: SMTPServer, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // From now on an error concerns one connection, and the client of that connection receives it. Without this handler
  // such an error would end the process.
  server.on('error', () => undefined);
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the SMTP server has no TCP address');
  return address.port;
}
