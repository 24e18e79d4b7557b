using Aep.Sdk.Destinations;

namespace Aep.Sdk.Tests.Destinations;

public sealed class NameTemplateTests
{
    private static readonly AudienceFileDefinition File = new(ExportDestination.DataLandingZone("p"), [new ActivationField("a", "a")]);
    private static readonly DatasetExportDefinition Export = new(ExportDestination.DataLandingZone("p"));

    [Fact]
    public void NamesArePutTogetherFromMacrosAndText()
    {
        Assert.Equal("%DESTINATION%_%SEGMENT_ID%_%DATETIME(YYYYMMdd_HHmmss)%", File.FileNameTemplate);
        Assert.Equal(
            "%SEGMENT_NAME%-%SEGMENT_ID%-vip-%DATETIME(YYYY-MM-dd)%",
            (File with
            {
                FileNameTemplate = $"{NameMacro.SegmentName}-{NameMacro.SegmentId}-vip-{NameMacro.DateTime("YYYY-MM-dd")}"
            }).FileNameTemplate);
        Assert.Equal(
            "%SANDBOX_NAME%/%DATASET_ID%/%DATASET_NAME%/%DATETIME(YYYY)%/%DATETIME(MM)%",
            (Export with
            {
                FolderNameTemplate =
                    $"{NameMacro.SandboxName}/{NameMacro.DatasetId}/{NameMacro.DatasetName}/{NameMacro.DateTime("YYYY")}/{NameMacro.DateTime("MM")}"
            }).FolderNameTemplate);
        Assert.Null((Export with { FolderNameTemplate = null }).FolderNameTemplate);
        Assert.Equal("", default(NameMacro).ToString());
    }

    [Theory]
    [InlineData("%SEGMENT_ID%_%DATETIME%")]
    [InlineData("%DESTINATION_NAME%_%SEGMENT_ID%_%DATETIME(YYYYMMDD_HHmmss)%")]
    [InlineData("%SEGMENT_ID%_%TIMESTAMP%")]
    [InlineData("%ORGANIZATION_NAME% %SANDBOX_NAME% %DESTINATION_INSTANCE_ID% %DESTINATION_INSTANCE_NAME% %SEGMENT_ID% ü")]
    public void TheMacrosOfFilesAreTaken(string template)
    {
        Assert.Equal(template, (File with { FileNameTemplate = template }).FileNameTemplate);
        Assert.Equal(template, (LandingZoneActivation.Csv("p", File.Fields[0]) with { FileNameTemplate = template }).FileNameTemplate);
    }

    [Theory]
    [InlineData("", "FileNameTemplate")]
    [InlineData("%SEGMENT_NAME%", "lacks %SEGMENT_ID%")]
    [InlineData("%SEGMENT_ID%_%DATASET_ID%", "%DATASET_ID%")]
    [InlineData("%SEGMENT_ID%_%EXPORT_TIME%", "%EXPORT_TIME%")]
    [InlineData("%SEGMENT_ID%_%SEGMENT%", "%SEGMENT%")]
    [InlineData("%SEGMENT_ID(YYYY)%", "%SEGMENT_ID(YYYY)%")]
    [InlineData("%SEGMENT_ID%_%segment_name%", "percent sign")]
    [InlineData("%SEGMENT_ID%_%SEGMENT_NAME", "percent sign")]
    [InlineData("100%_%SEGMENT_ID%", "percent sign")]
    [InlineData("%SEGMENT_ID%_%DATETIME(HH:mm)%", "HH:mm")]
    [InlineData("%SEGMENT_ID%_%DATETIME()%", "format")]
    [InlineData("%SEGMENT_ID%_%DATETIME%_%TIMESTAMP%", "one")]
    [InlineData("out/%SEGMENT_ID%", "folder")]
    [InlineData("out\\%SEGMENT_ID%", "folder")]
    [InlineData("%SEGMENT_ID%\n", "control character")]
    public void ANameThatFilesCannotHaveIsRefusedBeforeAnythingIsSent(string template, string reason)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => File with { FileNameTemplate = template });
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal("FileNameTemplate", error.ParamName);
        Assert.ThrowsAny<ArgumentException>(() => LandingZoneActivation.Csv("p", File.Fields[0]) with { FileNameTemplate = template });
    }

    [Fact]
    public void TheTextOfANameHasItsBound()
    {
        string longest = new('x', 255);
        Assert.Equal(255 + 12, (File with { FileNameTemplate = longest + NameMacro.SegmentId }).FileNameTemplate.Length);
        Assert.Throws<ArgumentException>(() => File with { FileNameTemplate = longest + "x" + NameMacro.SegmentId });
    }

    [Theory]
    [InlineData("%SEGMENT_ID%", "%SEGMENT_ID%")]
    [InlineData("../%DATASET_ID%", "..")]
    [InlineData("a//%DATASET_ID%", "\"\"")]
    [InlineData("a\\..\\%DATASET_ID%", "..")]
    [InlineData("%DATASET_ID", "percent sign")]
    public void ANameThatFoldersCannotHaveIsRefused(string template, string reason) => Assert.Contains(
        reason, Assert.Throws<ArgumentException>(() => Export with { FolderNameTemplate = template }).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("yyyy:MM")]
    [InlineData("")]
    [InlineData("YYYY\n")]
    public void ATimeHasAKnownFormat(string format) => Assert.Throws<ArgumentException>(() => NameMacro.DateTime(format));
}
