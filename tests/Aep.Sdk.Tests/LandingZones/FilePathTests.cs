using Aep.Sdk.LandingZones.Transfer;

namespace Aep.Sdk.Tests.LandingZones;

public sealed class FilePathTests
{
    [Theory]
    [InlineData("../secret")]
    [InlineData("a/../b")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("/")]
    [InlineData("a\\..\\b")]
    public void PathsThatLeadElsewhereAreRefused(string path) => Assert.Throws<ArgumentException>(() => FilePath.Clean(path));

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/../../evil")]
    [InlineData("..\\evil")]
    public void NamesInTheContainerCannotWriteOutsideTheFolder(string name) =>
        Assert.Throws<AepException>(() => FilePath.Local("folder", name));

    [Fact]
    public void OtherPathsStay()
    {
        Assert.Equal("a/b ü.csv", FilePath.Clean("/a/b ü.csv"));
        Assert.Equal(Path.GetFullPath(Path.Combine("folder", "a", "b.csv")), FilePath.Local("folder", "a/b.csv"));
    }
}
