using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>
/// Checks records against a schema before they are sent: types, required fields, formats, values, patterns, bounds, lengths, maps, lists,
/// and that nothing stands outside the schema. Thread-safe. Get one from <see cref="SchemasClient.GetValidatorAsync"/>.
/// </summary>
public sealed class XdmValidator
{
    // Of two values of one member one would be lost.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly XdmPatterns _patterns;
    private readonly IReadOnlyList<XdmField> _identities;

    /// <summary>Creates a validator.</summary>
    /// <param name="fields">The fields of the schema, all of them: as <see cref="SchemasClient.GetFieldsAsync"/> gives them.</param>
    /// <param name="mode">By whose rules.</param>
    /// <exception cref="ArgumentException">Fields are missing, because the schema only refers to them.</exception>
    public XdmValidator(XdmFieldTree fields, XdmValidationMode mode = XdmValidationMode.Batch)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.UnresolvedReferences.Count > 0)
        {
            string missing = string.Join(", ", fields.UnresolvedReferences);
            throw new ArgumentException(
                $"The fields of {missing} are not there. Read the schema with GetFieldsAsync, or in the format XdmFormat.Full.",
                nameof(fields));
        }
        (Fields, Mode) = (fields, mode);
        _patterns = new XdmPatterns(fields);
        _identities = [.. fields.All.Where(field => field.Descriptors.OfType<IdentityDescriptor>().Any(identity => identity.IsPrimary))];
    }

    /// <summary>What records are checked against.</summary>
    public XdmFieldTree Fields { get; }

    /// <summary>By whose rules.</summary>
    public XdmValidationMode Mode { get; }

    /// <summary>Paths of fields whose pattern .NET cannot read: it is not checked here.</summary>
    public IReadOnlyList<string> UncheckedPatterns => _patterns.Unreadable;

    /// <summary>Checks a record.</summary>
    public XdmValidationResult Validate(JsonElement record) => new XdmInspection(Mode, _patterns).Inspect(Fields.Root, _identities, record);

    /// <summary>Checks a record in JSON (UTF-8). What is no JSON is a fault, not an exception.</summary>
    public XdmValidationResult Validate(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Strict);
            return Validate(document.RootElement);
        }
        catch (JsonException exception)
        {
            return new XdmValidationResult([new XdmFault("", XdmRule.Json, "a JSON object", exception.Message)]);
        }
    }

    /// <summary>Checks a record as it would be sent.</summary>
    /// <typeparam name="T">Type of the record.</typeparam>
    /// <param name="record">The record.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>: the same that it is sent with.</param>
    public XdmValidationResult Validate<T>(T record, JsonTypeInfo<T> type) => Validate(JsonSerializer.SerializeToUtf8Bytes(record, type));

    /// <summary>Lets the records through that fit.</summary>
    /// <typeparam name="T">Type of the records.</typeparam>
    /// <param name="records">The records; read once, never held as a whole.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>: the same that they are sent with.</param>
    /// <param name="invalid">Told of each record that does not fit, which is then left out; null to stop at the first.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="XdmValidationException">A record does not fit, and there is nobody to be told.</exception>
    public async IAsyncEnumerable<T> WhereValidAsync<T>(
        IAsyncEnumerable<T> records, JsonTypeInfo<T> type, Action<XdmInvalidRecord<T>>? invalid = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        long number = 0;
        await foreach (T record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            number++;
            XdmValidationResult result = Validate(record, type);
            if (result.IsValid)
                yield return record;
            else if (invalid is null)
                throw new XdmValidationException(result.Faults, number);
            else
                invalid(new XdmInvalidRecord<T>(number, record, result.Faults));
        }
    }
}
