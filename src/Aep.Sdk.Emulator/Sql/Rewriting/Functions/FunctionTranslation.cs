namespace Aep.Sdk.Emulator.Sql;

/// <summary>Writes a function call in the engine's dialect, with its window if it has one.</summary>
internal delegate string FunctionTranslation(FunctionCall call);
