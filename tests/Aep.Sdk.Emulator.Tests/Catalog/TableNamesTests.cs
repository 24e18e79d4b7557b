using Aep.Sdk.Emulator.Catalog;

namespace Aep.Sdk.Emulator.Tests.Catalog;

public sealed class TableNamesTests
{
    [Theory]
    [InlineData("[CMLE] [Week1] Events (created by me)", "cmle_week1_events_created_by_me")]
    [InlineData("propensity_training_set", "propensity_training_set")]
    [InlineData("2024 events", "_2024_events")]
    [InlineData("Ünïcode", "n_code")]
    [InlineData("!!!", "dataset")]
    public void A_name_becomes_a_table_name(string name, string table) => Assert.Equal(table, TableNames.From(name, new HashSet<string>()));

    [Fact]
    public void A_taken_name_is_numbered_and_fits_into_a_postgres_identifier()
    {
        var taken = new HashSet<string>();
        for (int i = 0; i < 12; i++)
            Assert.True(taken.Add(TableNames.From(new string('x', 200), taken)));
        Assert.All(taken, name => Assert.InRange(name.Length, 1, 63));
    }
}
