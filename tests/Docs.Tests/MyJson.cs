using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Docs.Tests;

[JsonSerializable(typeof(JsonObject))]
public sealed partial class MyJson : JsonSerializerContext;
