using System.Reflection;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>One sandbox: its documents and its data lake. A handler takes it as a parameter: the sandbox of the request.</summary>
internal sealed class Sandbox(string name, string id, string type, DocumentStore documents, DataLake lake)
{
    public string Name { get; } = name;
    public string Id { get; } = id;
    public string Type { get; } = type;
    public DocumentStore Documents { get; } = documents;
    public DataLake Lake { get; } = lake;

    /// <summary>The sandbox as the resources of Profile and Segmentation name it.</summary>
    public JsonObject ToReference() =>
        new() { ["sandboxId"] = Id, ["sandboxName"] = Name, ["type"] = Type, ["default"] = Name == SandboxDirectory.Default };

    public static ValueTask<Sandbox?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(context.Features.Get<Sandbox>());
}
