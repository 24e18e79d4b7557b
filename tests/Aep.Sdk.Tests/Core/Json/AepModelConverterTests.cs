using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Tests.Core.Json;

public sealed class AepModelConverterTests
{
    private static readonly AepModelConverter Converter = new();

    [Fact]
    public void Every_model_that_keeps_unknown_members_can_be_converted()
    {
        Type[] models = [.. typeof(AepClient).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && KeepsUnknownMembers(type))];

        Assert.True(models.Length > 100);
        Assert.Empty(models.Where(model => !Converter.CanConvert(model)).Select(model => model.FullName));
    }

    [Fact]
    public void A_type_of_somebody_else_is_left_alone()
    {
        Assert.False(Converter.CanConvert(typeof(string)));
        Assert.False(Converter.CanConvert(typeof(JsonElement)));
        Assert.False(Converter.CanConvert(typeof(List<Aep.Sdk.Datasets.Dataset>)));
    }

    private static bool KeepsUnknownMembers(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(property => property.IsDefined(typeof(JsonExtensionDataAttribute)));
}
