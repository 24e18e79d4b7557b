using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>Documents of the S3 protocol.</summary>
internal static class S3Xml
{
    public static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    public static string Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value ?? throw S3Errors.MalformedXml();

    public static async Task<XElement> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit };
        try
        {
            using XmlReader reader = XmlReader.Create(body, settings);
            return (await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken)).Root!;
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    public static async Task WriteAsync(HttpContext context, XElement root)
    {
        context.Response.ContentType = "application/xml";
        await new XDocument(root).SaveAsync(context.Response.Body, SaveOptions.DisableFormatting, context.RequestAborted);
    }
}
