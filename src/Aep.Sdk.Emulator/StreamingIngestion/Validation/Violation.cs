namespace Aep.Sdk.Emulator.StreamingIngestion.Validation;

/// <summary>A fault of an entity, told as AEP tells it.</summary>
/// <param name="SchemaLocation">Where the schema says what must hold, for example <c>#/properties/_id</c>.</param>
/// <param name="Pointer">Where the entity breaks it, for example <c>#/_id</c>.</param>
/// <param name="Keyword">The constraint: <c>type</c>, <c>required</c>, <c>enum</c>…</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Violation(string SchemaLocation, string Pointer, string Keyword, string Message);
