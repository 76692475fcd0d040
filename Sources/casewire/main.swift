import CasewireCommands

await runCasewire()
