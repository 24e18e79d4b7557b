namespace Aep.Sdk.Profiles;

/// <summary>Fields of a profile to keep on edges.</summary>
/// <param name="Name">Name; one of its kind within a class.</param>
/// <param name="Selector">
/// The fields with commas between and no spaces: <c>person.name.lastName,addresses(type,city.country)</c>. An object stands for all in it,
/// unless
/// parentheses choose.
/// </param>
/// <param name="DestinationId">Id of the destination.</param>
public sealed record ProjectionDefinition(string Name, string Selector, string DestinationId);
