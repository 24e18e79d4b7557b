using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.StreamingIngestion.Validation;

/// <summary>The <c>cause</c> of a refused message: one violation stands alone, several stand under one that counts them.</summary>
internal static class ViolationReport
{
    public static JsonObject Of(IReadOnlyList<Violation> violations) =>
        new() { ["_streamingValidation"] = new JsonArray(violations.Count == 1 ? Show(violations[0]) : Group(violations)) };

    private static JsonObject Group(IReadOnlyList<Violation> violations) => new()
    {
        ["schemaLocation"] = "#",
        ["pointerToViolation"] = "#",
        ["causingExceptions"] = new JsonArray([.. violations.Select(Show)]),
        ["message"] = $"{violations.Count} schema violations found",
    };

    private static JsonObject Show(Violation violation) => new()
    {
        ["schemaLocation"] = violation.SchemaLocation,
        ["pointerToViolation"] = violation.Pointer,
        ["causingExceptions"] = new JsonArray(),
        ["keyword"] = violation.Keyword,
        ["message"] = violation.Message,
    };
}
