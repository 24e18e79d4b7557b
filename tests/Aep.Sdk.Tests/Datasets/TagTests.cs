using System.Text.Json;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.Tests.Datasets;

public sealed class TagTests
{
    [Theory]
    [InlineData("""{"a":["x","y"],"b":[]}""", "a=x,y b=")]
    [InlineData("""{"flag":true,"number":1.50,"text":"x","nothing":null}""", "flag=true number=1.50 text=x nothing=")]
    [InlineData("""{"mixed":["x",1,{"y":[2]}],"after":["z"]}""", """mixed=x,1,{"y":[2]} after=z""")]
    [InlineData("""{"twice":["x"],"twice":["y"]}""", "twice=y")]
    public void TagsOfAnyFormAreListsOfTexts(string tags, string expected)
    {
        Dataset dataset = Read(tags)!;
        Assert.Equal(expected, string.Join(' ', dataset.Tags.Select(tag => $"{tag.Key}={string.Join(',', tag.Value)}")));
        Assert.Equal("named", dataset.Name);
    }

    [Theory]
    [InlineData("""["x"]""")]
    [InlineData("1")]
    public void WhatIsNoObjectIsRefused(string tags) =>
        Assert.Contains("Tags are an object", Assert.Throws<JsonException>(() => Read(tags)).Message);

    private static Dataset? Read(string tags) =>
        JsonSerializer.Deserialize(
            $$$"""{"d1":{"tags":{{{tags}}},"name":"named"}}""", DatasetsJson.Default.DictionaryStringDataset)!["d1"];
}
