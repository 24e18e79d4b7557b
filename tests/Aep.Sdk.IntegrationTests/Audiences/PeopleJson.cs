using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.IntegrationTests.Audiences;

[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ScoredUser))]
internal sealed partial class PeopleJson : JsonSerializerContext;
