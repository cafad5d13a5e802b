// Starts `pyc lsp` and shows the sources of the standard library that are part of the compiler. All else is the language server's.

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

/** The scheme under which the server names sources that are no files. */
const SOURCE_SCHEME = "pyc";

let client: LanguageClient | undefined;

function createClient(): LanguageClient {
  const settings = vscode.workspace.getConfiguration("pyc");
  const command = settings.get<string>("path", "pyc");
  const server: ServerOptions = { command, args: ["lsp", ...settings.get<string[]>("arguments", [])] };
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "python", scheme: "file" }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.py") },
  };
  return new LanguageClient("pyc", "pyc", server, options);
}

async function start(): Promise<void> {
  client = createClient();
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    void vscode.window.showErrorMessage(`pyc can't be started: ${String(error)}. Set 'pyc.path' to the compiler.`);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function sourceText(uri: vscode.Uri): Promise<string> {
  const text = await client?.sendRequest<string | null>("pyc/source", { uri: uri.toString() });
  return text ?? "";
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SOURCE_SCHEME, { provideTextDocumentContent: sourceText }),
    vscode.commands.registerCommand("pyc.restart", async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("pyc")) {
        await stop();
        await start();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}
