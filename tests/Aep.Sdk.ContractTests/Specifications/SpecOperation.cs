using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aep.Sdk.ContractTests.Specifications;

/// <summary>An operation of a specification: what a request to it must look like, and what it answers.</summary>
internal sealed partial record SpecOperation(string Spec, string Method, string Path)
{
    /// <summary>Method and path, the names of path parameters left out: what two descriptions of one operation have in common.</summary>
    public string Key => KeyOf(Method, Path);

    public IReadOnlyList<string> RequiredHeaders { get; init; } = [];

    public IReadOnlyList<string> RequiredQuery { get; init; } = [];

    public IReadOnlyList<string> OptionalQuery { get; init; } = [];

    public bool Deprecated { get; init; }

    /// <summary>The schema of the JSON body, references resolved as they are met; null where there is none, or no specification.</summary>
    public SchemaNode? Body { get; init; }

    /// <summary>Examples of answers: of the specification, or made of the examples of its properties.</summary>
    public IReadOnlyList<SpecAnswer> Answers { get; init; } = [];

    public static string KeyOf(string method, string path) => $"{method} {Parameter().Replace(path, "{}").TrimEnd('/')}";

    public override string ToString() => $"{Spec} {Method} {Path}";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

/// <param name="Status">HTTP status.</param>
/// <param name="Name">Which of the examples.</param>
/// <param name="Body">The example.</param>
internal sealed record SpecAnswer(int Status, string Name, JsonNode? Body);
