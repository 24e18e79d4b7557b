using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.IntegrationTests.Json;

/// <summary>A context as users write one for what they keep of the platform's answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJson : JsonSerializerContext;
