using Aep.Sdk.Emulator;

return await EmulatorProgram.RunAsync(args);
