using Aep.Sdk.ContractTests.Specifications;

namespace Aep.Sdk.ContractTests.Rules;

/// <summary>The repository's own table of operations says what the specifications say.</summary>
public sealed class TableTests
{
    private static readonly string File =
        Path.Combine(SpecificationFolder.Root, "tests", "Aep.Sdk.ContractTests", "Specifications", "operations.tsv");

    [Fact]
    public void The_table_is_that_of_the_specifications()
    {
        string table = OperationTable.Write(OperationTable.All);
        if (Environment.GetEnvironmentVariable("AEP_WRITE_TABLE") == "1")
            System.IO.File.WriteAllText(File, table);
        Assert.Equal(System.IO.File.ReadAllText(File), table);
    }

    [Fact]
    public void Every_operation_stands_once() => Assert.Empty(
        OperationTable.All.GroupBy(operation => (operation.Spec,
            operation.Key)).Where(group => group.Count() > 1).Select(group => group.Key));
}
