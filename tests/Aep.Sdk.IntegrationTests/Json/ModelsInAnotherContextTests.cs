using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.IntegrationTests.Json;

/// <summary>Models in the contexts of a program: here, because the unit tests see what is internal, and a program does not.</summary>
public sealed class ModelsInAnotherContextTests
{
    private const string Files = """{"dataSetFileId":"1","records":"12","size":"345","unknown":{"a":[1]}}""";
    private const string Record = """{"status":"success","tags":{"flag":true,"list":["a"]},"unknown":1}""";
    private const string Labels = """{"labels":["C1"],"optionalLabels":[],"parents":[],"unknown":1}""";

    [Fact]
    public void What_a_model_does_not_know_survives_in_a_source_generated_context()
    {
        Kept kept = JsonSerializer.Deserialize(
            $$"""{"File":{{Files}},"Records":[{{Record}}],"Labels":{{Labels}}}""", KeptJson.Default.Kept)!;

        Assert.Equal(345, kept.File.Size);
        Assert.Equal(["true"], kept.Records[0].Tags!["flag"]);
        Assert.Equal(
            $$"""{"File":{{Files}},"Records":[{{Record.Replace("true", """["true"]""")}}],"Labels":{{Labels}}}""",
            JsonSerializer.Serialize(kept, KeptJson.Default.Kept));
    }

    [Fact]
    public void It_survives_with_reflection_too()
    {
        var options = new JsonSerializerOptions { Converters = { new AepModelConverter() } };

        DatasetFile file = JsonSerializer.Deserialize<DatasetFile>(Files, options)!;

        Assert.Equal(12, file.Records);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Files), JsonSerializer.SerializeToElement(file, options)));
    }
}

internal sealed record Kept(DatasetFile File, IReadOnlyList<BatchRecord> Records, DatasetLabels? Labels);

[JsonSourceGenerationOptions(Converters = [typeof(AepModelConverter)])]
[JsonSerializable(typeof(Kept))]
internal sealed partial class KeptJson : JsonSerializerContext;
