namespace Docs.Tests;

public sealed class CodeBlockTests
{
    public static TheoryData<CodeBlock> Blocks =>
        [.. Repository.Pages.SelectMany(page => CodeBlock.In(Repository.Name(page), File.ReadAllText(page)))];

    [Theory]
    [MemberData(nameof(Blocks), DisableDiscoveryEnumeration = true)]
    public void Every_block_of_the_pages_compiles(CodeBlock block) => Assert.Empty(BlockCompiler.Errors(block));

    [Fact]
    public void The_readme_shows_code() =>
        Assert.NotEmpty(CodeBlock.In("README.md", File.ReadAllText(Path.Combine(Repository.Root, "README.md"))));

    [Fact]
    public void A_block_that_is_wrong_is_found_with_its_line()
    {
        CodeBlock block = Assert.Single(CodeBlock.In("page.md", "text\n```csharp\nint x = 1;\nstring y = x;\n```\n```sql\nSELECT\n```"));
        string error = Assert.Single(BlockCompiler.Errors(block));
        Assert.StartsWith("page.md:4: CS0029", error);
    }
}
