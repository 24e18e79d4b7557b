using System.Text.Json.Serialization;
using Aep.Sdk;

namespace Docs.Tests;

/// <summary>The context that getting started speaks of: pages are compiled without source generators.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(AepModelConverter)])]
[JsonSerializable(typeof(DatasetReport))]
public sealed partial class ReportJson : JsonSerializerContext;
