using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Docs.Tests;

/// <summary>Compiles a block as a program of its own: top-level statements with the names of <see cref="Ambient"/> in scope.</summary>
internal static class BlockCompiler
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Text.Json;
        global using System.Text.Json.Nodes;
        global using System.Text.Json.Serialization;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Aep.Sdk;
        global using Docs.Tests;
        global using static Docs.Tests.Ambient;
        """;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);
    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(
            path => MetadataReference.CreateFromFile(path))];

    public static IReadOnlyList<string> Errors(CodeBlock block)
    {
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Block",
            [CSharpSyntaxTree.ParseText(Usings, Parse), CSharpSyntaxTree.ParseText(WithEntryPoint(block.Code), Parse)],
            References,
            options);
        return [.. compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(
            found => Describe(found, block))];
    }

    // A block of declarations alone is fine too; it needs a statement to be a program.
    private static string WithEntryPoint(string code)
    {
        bool hasStatements = CSharpSyntaxTree.ParseText(code, Parse).GetCompilationUnitRoot().Members
            .Any(member => member is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax);
        return hasStatements ? code : code + "\ninternal static class EntryPoint { private static void Main() { } }";
    }

    private static string Describe(Diagnostic found, CodeBlock block) =>
        $"{block.Page}:{block.Line + found.Location.GetLineSpan().StartLinePosition.Line}: {found.Id} {found.GetMessage()}";
}
